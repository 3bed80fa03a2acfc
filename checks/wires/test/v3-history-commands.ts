import fc from 'fast-check';
import { text as anyText } from './history-texts.ts';

/** What is said of a contact. */
export interface Person {
  readonly email?: string;
  readonly cellphone?: string;
  readonly phone?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly birth_date?: string;
  readonly language?: string;
  readonly status?: 'active' | 'inactive' | 'unconfirmed';
  /** Value of extra field 1. */
  readonly extra?: string;
}

/** Giving a tag to contacts, or taking it away. */
export interface Tagging<Does = 'attachTag' | 'detachTag'> {
  readonly does: Does;
  readonly list: number;
  readonly tag: number;
  readonly contacts: readonly number[];
}

/** Something that both APIs can be told or asked. Contacts are meant by the turn in which they came. */
export type Command =
  | { readonly does: 'addList'; readonly name: string }
  | { readonly does: 'renameList'; readonly list: number; readonly name: string }
  | { readonly does: 'deleteList'; readonly list: number }
  | { readonly does: 'lists' }
  | { readonly does: 'list'; readonly list: number }
  | { readonly does: 'addField'; readonly list: number; readonly name: string }
  | {
      readonly does: 'renameField';
      readonly list: number;
      readonly field: number;
      readonly name: string;
    }
  | { readonly does: 'deleteField'; readonly list: number; readonly field: number }
  | { readonly does: 'fields'; readonly list: number }
  | { readonly does: 'addContact'; readonly list: number; readonly person: Person }
  | {
      readonly does: 'editContact';
      readonly list: number;
      readonly contact: number;
      readonly person: Person;
    }
  | {
      readonly does: 'editByEmail';
      readonly list: number;
      readonly email: string;
      readonly person: Person;
    }
  | {
      readonly does: 'removeContact';
      readonly list: number;
      readonly contact: number;
      readonly note: string;
    }
  | { readonly does: 'contact'; readonly list: number; readonly contact: number }
  | {
      readonly does: 'contacts';
      readonly list: number;
      readonly start: number;
      readonly limit: number;
    }
  | {
      readonly does: 'import';
      readonly list: number;
      readonly updates: boolean;
      readonly people: readonly Person[];
    }
  | { readonly does: 'addTag'; readonly name: string; readonly color: string }
  | { readonly does: 'deleteTag'; readonly tag: number }
  | { readonly does: 'tags' }
  | Tagging<'attachTag'>
  | Tagging<'detachTag'>
  | {
      readonly does: 'addSegment';
      readonly list: number;
      readonly name: string;
      readonly first_name: string;
    }
  | { readonly does: 'deleteSegment'; readonly list: number; readonly name: string }
  | { readonly does: 'segments'; readonly list: number }
  | { readonly does: 'members'; readonly list: number; readonly name: string };

/** Answers of v2 have `0` for `-0`, whatever the account has. */
const text = anyText.filter((given) => given !== '-0');

// Few values, so that commands meet what others left behind; some that nothing has.
const list = fc.constantFrom(1, 1, 1, 2, 2, 3, 99);
const field = fc.constantFrom(1, 1, 2, 99);
const tag = fc.constantFrom(1, 1, 2, 99);
const contact = fc.integer({ min: 0, max: 6 });
const email = fc.constantFrom('ana@x.pt', 'rui@x.pt', 'eva@x.pt', 'ANA@x.pt', "o'neill+a&b@x.pt");
const color = fc.constantFrom('', '#00aeda', '#FF0000');
/** A name that has no blanks around it, of which v2 takes some away. */
const name = text.filter((given) => given === given.trim());
const segmentName = fc.constantFrom('a', 'b', 'Olá & <c>');

const said = {
  cellphone: fc.constantFrom('351-912345678', '351-912345679'),
  phone: fc.constantFrom('351-212345678', '44-2079460000'),
  first_name: text.filter((given) => given !== ''),
  last_name: text.filter((given) => given !== ''),
  birth_date: fc.constantFrom('1990-02-28', '2000-12-31', '1990-02-30'),
  language: fc.constantFrom('pt', 'en', 'fr'),
  status: fc.constantFrom('active' as const, 'inactive' as const, 'unconfirmed' as const),
  extra: text.filter((given) => given !== ''),
};

function person(shape: object, required: readonly string[] = []): fc.Arbitrary<Person> {
  return fc.record(shape, { requiredKeys: [...required] as never[], noNullPrototype: true });
}

const newPerson = fc.oneof(
  { weight: 9, arbitrary: person({ email, ...said }, ['email']) },
  person({ email: fc.constantFrom('none', 'a@b'), ...said }, ['email']),
);
const change = person({ email, ...said, first_name: fc.constantFrom('', 'Ana', 'Rui') }, [
  'first_name',
]);
const { extra: _extra, ...importable } = said;
const row = person({ email, ...importable });

/** @param shape what the command says, by the names that its type has */
function command(
  does: Command['does'],
  shape: { readonly [name: string]: fc.Arbitrary<unknown> },
  weight = 1,
) {
  const arbitrary = fc
    .record(shape, { noNullPrototype: true })
    .map((given) => ({ ...given, does }) as unknown as Command);
  return { weight, arbitrary };
}

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  command('addList', { name }),
  command('renameList', { list, name }),
  command('deleteList', { list: fc.constantFrom(2, 3, 99) }),
  command('lists', {}),
  command('list', { list }),
  command('addField', { list, name }),
  command('renameField', { list, field, name }),
  command('deleteField', { list, field }),
  command('fields', { list }),
  command('addContact', { list, person: newPerson }, 6),
  command('editContact', { list, contact, person: change }, 3),
  command('editByEmail', { list, email, person: change }, 2),
  command('removeContact', { list, contact, note: text }, 2),
  command('contact', { list, contact }, 2),
  command('contacts', { list, start: fc.nat(2), limit: fc.constantFrom(1, 2, 1000) }, 2),
  command(
    'import',
    { list, updates: fc.boolean(), people: fc.array(row, { minLength: 2, maxLength: 4 }) },
    2,
  ),
  command('addTag', { name, color }),
  command('deleteTag', { tag: fc.constantFrom(2, 3, 99) }),
  command('tags', {}),
  command(
    'attachTag',
    { list, tag, contacts: fc.uniqueArray(contact, { minLength: 1, maxLength: 3 }) },
    2,
  ),
  command('detachTag', {
    list,
    tag,
    contacts: fc.uniqueArray(contact, { minLength: 1, maxLength: 3 }),
  }),
  command('addSegment', { list, name: segmentName, first_name: fc.constantFrom('Ana', 'Rui') }),
  command('deleteSegment', { list, name: segmentName }),
  command('segments', { list }),
  command('members', { list, name: segmentName }),
);

/** A history begins with something to work on. */
const beginning: readonly Command[] = [
  { does: 'addList', name: 'First' },
  { does: 'addField', list: 1, name: 'Note' },
  { does: 'addList', name: 'Second' },
  { does: 'addContact', list: 1, person: { email: 'ana@x.pt', first_name: 'Ana' } },
  { does: 'addContact', list: 2, person: { email: 'rui@x.pt', cellphone: '351-912345678' } },
  { does: 'addTag', name: 'vip', color: '#00aeda' },
  { does: 'addTag', name: 'new', color: '' },
  { does: 'addSegment', list: 1, name: 'a', first_name: 'Ana' },
];

/** 14 to 34 commands that may meet each other. */
export const v3History: fc.Arbitrary<readonly Command[]> = fc
  .array(anyCommand, { minLength: 6, maxLength: 26 })
  .map((commands) => [...beginning, ...commands]);
