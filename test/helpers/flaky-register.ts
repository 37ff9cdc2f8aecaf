import type { Register } from '../../registratie/register.ts';

/** Een register dat de test laat wegvallen en terugkomen; wat er al in stond blijft. */
export function flakyRegister(register: Register) {
  let down = false;
  const guard = <T>(value: T): T => {
    if (down) throw Object.assign(new Error('het register is weg'), { code: 'ECONNREFUSED' });
    return value;
  };
  const flaky: Register = {
    kind: register.kind,
    get db() { return guard(register.db); },
    transaction: async (work) => guard(register).transaction(work),
    close: async () => undefined,
  };
  return { register: flaky, goDown: () => void (down = true), comeBack: () => void (down = false) };
}
