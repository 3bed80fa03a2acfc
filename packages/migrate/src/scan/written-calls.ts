import type { Expression, FunctionModel } from '../source/expression.ts';
import type { Evaluation } from './evaluate.ts';
import type { Reason, Surroundings } from './evidence.ts';
import type { FormCalls } from './form-calls.ts';
import type { FoundCalls, Site } from './found-calls.ts';
import { isAddress } from './knowledge.ts';
import { methodNamed } from './parameters.ts';

/** More pieces of one text are not looked into for parameters. */
const mostPieces = 200;

/** Finds calls that texts write out: an address, a document in XML. */
export class WrittenCalls {
  readonly #evaluation: Evaluation;
  readonly #surroundings: Surroundings;
  readonly #calls: FoundCalls;
  readonly #forms: FormCalls;

  constructor(
    evaluation: Evaluation,
    surroundings: Surroundings,
    calls: FoundCalls,
    forms: FormCalls,
  ) {
    this.#evaluation = evaluation;
    this.#surroundings = surroundings;
    this.#calls = calls;
    this.#forms = forms;
  }

  /** A text that is put together: `"?method=" + method`. */
  seeJoined(parts: readonly Expression[], at: number, around: FunctionModel): void {
    parts.forEach((part, index) => {
      const next = parts[index + 1];
      const before = part.kind === 'text' ? part.text : undefined;
      if (next === undefined || before === undefined) return;
      if (!/(^|[?&])method=$|<methodName>$|<\w+:$/.test(before)) return;
      const others = parts.slice(0, mostPieces).map((value) => ({ value }));
      if (/(^|[?&])method=$/.test(before)) {
        const reasons = [...this.#forms.reasons(around), ...this.#ofAddress(parts, around)];
        this.#calls.consider(next, { around, args: others, wire: 'rest', reasons });
      } else if (before.endsWith('<methodName>')) {
        const reasons: Reason[] = ['call in XML', ...this.#surroundings.ofForm(around)];
        this.#calls.consider(next, { around, args: others, wire: 'xmlrpc', reasons });
      } else if (
        /<\w+:$/.test(before) &&
        this.#surroundings.ofForm(around).includes('functionOptions')
      ) {
        this.#calls.consider(next, {
          around,
          args: others,
          wire: undefined,
          reasons: ['call in XML', 'functionOptions'],
        });
      }
    });
    const [text] = this.#evaluation.textsOf({ kind: 'joined', parts, at }, around);
    if (text !== undefined) this.seeText(text.text, at, parts, around);
  }

  #ofAddress(parts: readonly Expression[], around: FunctionModel): Reason[] {
    const texts = parts.slice(0, 3).flatMap((part) => this.#evaluation.textsOf(part, around));
    return texts.some(({ text }) => isAddress(text)) ? ['address in the call'] : [];
  }

  /** A call that is written out: an address with the method in its query, a form, a document. */
  seeText(text: string, at: number, parts: readonly Expression[], around: FunctionModel): void {
    if (text.length < 12 || !/method|functionOptions/.test(text)) return;
    const args = parts.slice(0, mostPieces).map((value) => ({ value }));
    for (const [, named = ''] of text.matchAll(/(?:^|[?&\s"'])method=(\w{3,64})/g)) {
      const reasons: Reason[] = [...this.#forms.reasons(around)];
      if (isAddress(text)) reasons.push('address in the call');
      if (/functionOptions/.test(text)) reasons.push('functionOptions');
      this.#addText(named, placeOf(named, parts, at), { around, args, wire: 'rest', reasons });
    }
    for (const [, named = ''] of text.matchAll(/<methodName>\s*(\w{3,64})\s*<\/methodName>/g)) {
      const reasons: Reason[] = ['call in XML', ...this.#surroundings.ofForm(around)];
      if (/>apikey</.test(text)) reasons.push('API key among the parameters');
      this.#addText(named, placeOf(named, parts, at), { around, args, wire: 'xmlrpc', reasons });
    }
    if (!/<(?:[\w-]+:)?functionOptions[\s>]/.test(text)) return;
    for (const [, named = ''] of text.matchAll(/<(?:[\w-]+:)?(\w{3,64})(?=[\s>])/g)) {
      const reasons: Reason[] = [
        'call in XML',
        'functionOptions',
        ...this.#surroundings.ofForm(around),
      ];
      this.#addText(named, placeOf(named, parts, at), { around, args, wire: undefined, reasons });
    }
  }

  #addText(named: string, at: number, site: Site): void {
    if (methodNamed(named) !== undefined) this.#calls.add(named, site.around.source, at, site);
  }
}

/** Where a name stands among the pieces of a text. */
function placeOf(named: string, parts: readonly Expression[], at: number): number {
  const holder = parts.find((part) => part.kind === 'text' && part.text.includes(named));
  return holder === undefined ? at : holder.at + Math.max(0, offsetIn(holder, named));
}

function offsetIn(holder: Expression, named: string): number {
  return holder.kind === 'text' ? holder.text.indexOf(named) : 0;
}
