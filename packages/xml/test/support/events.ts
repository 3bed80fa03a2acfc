import { labelName, leafNames } from './record-document.ts';
import { replay, type XmlAttributes, type XmlHandler, type XmlRun } from '@egoi-client/xml';

/** What a document came to: its events, or that it was refused. */
export type Reading = readonly string[] | 'refused';

/** Writes down what a document consists of; the pieces of one text are joined. */
export class Recorder implements XmlHandler {
  readonly events: string[] = [];
  #inText = false;

  start(
    { uri, local }: { readonly uri: string; readonly local: string },
    attributes: {
      resolve(name: string): { uri: string };
      get(uri: string, local: string): string | undefined;
    },
  ): void {
    const values = probes.flatMap(([space, name]) => {
      const value = attributes.get(space, name);
      return value === undefined ? [] : [`${space}|${name}=${value}`];
    });
    const resolved = ['p:x', 'q:x', 'x', 'xml:x'].map((name) => attributes.resolve(name).uri);
    this.#inText = false;
    this.events.push(`<${uri}|${local} ${values.join(' ')} ${resolved.join(',')}>`);
  }

  text(text: string): void {
    if (text === '') return;
    if (this.#inText) this.events[this.events.length - 1] += text;
    else this.events.push(`"${text}`);
    this.#inText = true;
  }

  end({ uri, local }: { readonly uri: string; readonly local: string }): void {
    this.#inText = false;
    this.events.push(`</${uri}|${local}>`);
  }
}

/** The attributes that the documents of `xmlDocument` may have. */
const probes = ['', 'urn:one', 'urn:two', 'http://www.w3.org/2000/xmlns/'].flatMap((space) =>
  ['a', 'b', 'é', 'xmlns', 'p', 'q'].map((name) => [space, name] as const),
);

/** Writes down the same, but takes runs. Its leaves and labels are those of `recordDocument`. */
export class RunRecorder extends Recorder {
  /** How many runs came. */
  runs = 0;

  override start(name: { readonly uri: string; readonly local: string }, tag: XmlAttributes): void {
    super.start(name, tag);
    if (leafNames.includes(name.local)) tag.role = 'leaf';
    else if (name.local === labelName) tag.role = 'label';
  }

  run(run: XmlRun): void {
    this.runs += 1;
    replay(run, this);
  }
}
