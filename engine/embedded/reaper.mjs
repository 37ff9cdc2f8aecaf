// Bewaakt de JVM's van de ingebedde engine. Krijgt hun nummers op stdin, één per regel; valt stdin weg omdat het
// hoofdproces hard is gestopt (kill -9, crash), dan stopt hij ze, zodat er nooit een engine achterblijft.
// Gewone JavaScript zonder afhankelijkheden: hij moet starten als al het andere stuk is.
import { spawnSync } from 'node:child_process';

const nummers = new Set();
const signaal = (pid, naam) => {
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/T', '/F', '/PID', String(pid)]);
    else process.kill(-pid, naam);
  } catch { /* is al weg */ }
};
let rest = '';
process.stdin.on('data', (stuk) => {
  const regels = (rest + stuk).split('\n');
  rest = regels.pop() ?? '';
  for (const regel of regels) {
    const pid = Number(regel.slice(1));
    if (regel[0] === '+') nummers.add(pid); else nummers.delete(pid);
  }
});
process.stdin.on('end', () => {
  for (const pid of nummers) signaal(pid, 'SIGTERM');
  if (nummers.size === 0) process.exit(0);
  setTimeout(() => { for (const pid of nummers) signaal(pid, 'SIGKILL'); process.exit(0); }, 8000);
});
for (const naam of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(naam, () => {});
