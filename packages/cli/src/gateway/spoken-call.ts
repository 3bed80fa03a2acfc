import type { EndedCall } from '@egoi-client/gateway';
import type { Session } from '../session.ts';

/** Says each call in a line for people. Colours are for a terminal. */
export function sayingCalls({ output }: Session): (call: EndedCall) => void {
  const styled = (style: 'good' | 'bad' | 'faint') => (text: string) =>
    output.isWatched ? output[style](text) : text;
  const [good, bad, faint] = [styled('good'), styled('bad'), styled('faint')];
  return (call) => {
    const { method, wire, errorKind, errorCode, durationMs, requests, losses, account } = call;
    const reason = errorKind ?? errorCode;
    const outcome = reason === undefined ? good(call.outcome) : bad(`${call.outcome}: ${reason}`);
    const cost = requests === 1 ? [] : [`${requests} requests`];
    const lost = losses.length === 0 ? [] : [`loses ${shortList(losses.map(({ name }) => name))}`];
    const time = new Date().toTimeString().slice(0, 8);
    const beside = [`${durationMs.toFixed(0)} ms`, ...cost, ...lost, ...keyOf(account)];
    output.warn(`${faint(time)} ${wire} ${method} ${outcome} ${faint(beside.join(' · '))}`);
  };
}

/** A contact loses two dozen fields; the log has them all. */
function shortList(names: readonly string[]): string {
  const rest = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return rest <= 0 ? shown : `${shown} and ${rest} more`;
}

const mostNames = 3;

/** As much as tells one key from another. */
function keyOf(account: string | undefined): readonly string[] {
  return account === undefined ? [] : [`key ${account.slice(0, 8)}`];
}
