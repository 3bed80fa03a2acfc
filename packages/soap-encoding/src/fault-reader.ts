import type { WireFault } from '@egoi-client/core/wire';

/** Where the code and the text stand: SOAP 1.1, section 4.4; SOAP 1.2, section 5.4. */
const codePaths: ReadonlySet<string> = new Set(['faultcode', 'Code/Value']);
const textPaths: ReadonlySet<string> = new Set(['faultstring', 'Reason/Text']);
const deepest = 2;

/** Picks code and text out of a `Fault` of either version; detail and whatever else is there is left. */
export class FaultReader {
  readonly #path: string[] = [];
  #depth = 0;
  #target: 'code' | 'text' | undefined;
  #code = '';
  #text = '';
  #textSeen = false;

  start(name: string): void {
    this.#depth += 1;
    if (this.#depth > deepest) return;
    this.#path.push(name);
    const path = this.#path.join('/');
    if (codePaths.has(path)) this.#target = 'code';
    // A reason may be there in several languages; the first is the server's own.
    else if (textPaths.has(path) && !this.#textSeen) this.#target = 'text';
  }

  text(text: string): void {
    if (this.#target === 'code') this.#code += text;
    else if (this.#target === 'text') this.#text += text;
  }

  end(): void {
    if (this.#depth <= deepest) {
      this.#path.pop();
      if (this.#target === 'text') this.#textSeen = true;
      this.#target = undefined;
    }
    this.#depth -= 1;
  }

  fault(): WireFault {
    return { faultCode: this.#code.trim(), faultString: this.#text.trim() };
  }
}
