import type { RawAnswer, RawSending } from './raw-exchange.ts';

/** One attack on the gateway. */
export interface GatewayAttack {
  readonly name: string;
  /** What goes over one connection. */
  readonly sending: RawSending;
  /** What must hold of the answer. @returns what does not */
  readonly holds: (answer: RawAnswer) => string | undefined;
  /** On the gateway with time limits of a second, where waiting is the attack. @default false */
  readonly hurried?: boolean;
}

/** The answer has one of these statuses, and a body that matches. */
export function answers(statuses: readonly number[], body = /(?:)/): GatewayAttack['holds'] {
  return ({ text, closed }) => {
    if (!closed) return `the connection is still open, with ${shown(text)}`;
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]);
    if (!statuses.includes(status)) return `answered ${shown(text)}`;
    return body.test(text) ? undefined : `said ${shown(text)}`;
  };
}

/** The connection is closed, after a refusal by HTTP or without a word. */
export function hangsUp({ text, closed }: RawAnswer): string | undefined {
  if (!closed) return `the connection is still open, with ${shown(text)}`;
  return text === '' || /^HTTP\/1\.1 4\d\d /.test(text) ? undefined : `answered ${shown(text)}`;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 400 ? `${text.slice(0, 200)} … ${text.slice(-200)}` : text);
}
