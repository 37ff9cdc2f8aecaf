/** Een opdracht (job) van de engine, ontdaan van alles wat een werker niet nodig heeft. */
export interface Job {
  /** Sleutel van de job; blijft gelijk over alle pogingen. */
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  /** De versie van dat proces waarop deze instantie loopt. */
  readonly processVersion: number;
  readonly attemptsLeft: number;
}

/** Een vaste lijst variabelen, of een die bij elke vraag om werk opnieuw wordt gemaakt. */
export type FetchList = readonly string[] | (() => readonly string[]);

/** Wat een werker teruggeeft wordt procesvariabelen; niets mag ook. */
export type Output = Record<string, unknown> | null | void;

/** Eén werker zoals de runtime hem ziet; `defineWorker` maakt hem. */
export interface Worker {
  /** Job type, gelijk aan de bestandsnaam. */
  readonly type: string;
  /**
   * De variabelen die de werker ophaalt; zonder lijst krijgt hij alles wat in zicht is (alleen logboek-schrijven). Een functie als
   * de lijst uit de formulieren komt: die kunnen worden uitgerold terwijl hij loopt.
   */
  readonly fetch?: FetchList;
  /** De koppen die de werker leest; de sjablonen voor Modeler worden hiertegen gehouden. */
  readonly headers?: readonly string[];
  /** Hoe lang de engine de opdracht vasthoudt, in ms (standaard 60 000). */
  readonly lockMs?: number;
  /**
   * Keurt invoer en koppen, voert de use case uit en schrijft één keer.
   * @throws ContractError als de invoer of een kop niet klopt; anders wat de use case gooit
   */
  run(input: Record<string, unknown>, headers: Record<string, unknown>, job: Job): Promise<Output>;
}
