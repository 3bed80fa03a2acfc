/** One attack: what is sent is in its table, what must hold is checked when it runs. */
export interface Attack {
  /** Whom it is on, and what is tried: `client, xmlrpc: a document type`. */
  readonly name: string;
  /** @returns what did not hold; `undefined` where all did */
  run(): Promise<string | undefined>;
}

/** How one attack went. */
export interface AttackResult {
  readonly name: string;
  /** What did not hold. */
  readonly complaint: string | undefined;
}

/** Attacks with what was started for them. */
export interface PreparedAttacks {
  /** Those of a lane run one after the other, the lanes side by side. */
  readonly lanes: readonly (readonly Attack[])[];
  /** Those that run when all others have ended. */
  readonly last: readonly Attack[];
  close(): Promise<void>;
}

/** Runs attacks one after the other. @param onResult told of each as it ends */
export async function runAttacks(
  attacks: readonly Attack[],
  onResult: (result: AttackResult) => void = () => undefined,
): Promise<readonly AttackResult[]> {
  const results: AttackResult[] = [];
  for (const attack of attacks) {
    const result = { name: attack.name, complaint: await complaintOf(attack) };
    results.push(result);
    onResult(result);
  }
  return results;
}

async function complaintOf(attack: Attack): Promise<string | undefined> {
  const before = prototypeMembers();
  try {
    const complaint = await attack.run();
    return complaint ?? (prototypeMembers() === before ? undefined : 'a prototype was changed');
  } catch (error) {
    return `the attack itself broke: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function prototypeMembers(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).map(String).join())
    .join(';');
}
