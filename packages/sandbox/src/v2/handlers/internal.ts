import type { WireObject } from '@egoi-client/core';
import { isEmail } from '../../account/contacts/formats.ts';
import { readValue, readWord, scalarText } from '@egoi-client/core/wire';
import { addCreatedAccount, isCreated } from '../../account/store/created-accounts.ts';
import type { Statements } from '../../account/store/statements.ts';
import { type Handler, outcomeOk } from '../calls/handler.ts';

const taken = { RESULT: 'KO' };

/** Operations that the WSDL names and the documentation does not. */
export const internalHandlers = {
  async check_status() {
    return true;
  },

  async testEmailAddress({ params }) {
    return isEmail(scalarText(readValue(params, 'email')) ?? '');
  },

  async getAllErrors() {
    return [];
  },

  async getError() {
    return '';
  },

  async checkUser({ params, sql, caller }) {
    const names = readNames(params, ['email']);
    const isFree = names.length > 0 && !(await isTaken(sql, names, caller.username));
    return isFree ? outcomeOk : taken;
  },

  async createAccount({ params, sql, caller, moment }) {
    const names = readNames(params, ['utilizador', 'email']);
    if (names.length === 0 || (await isTaken(sql, names, caller.username))) return taken;
    await addCreatedAccount(sql, names, moment.dateTime);
    return outcomeOk;
  },

  async afiliado() {
    return [];
  },
} as const satisfies Record<string, Handler>;

function readNames(params: WireObject, members: readonly string[]): string[] {
  return members.flatMap((member) => readWord(params, member)?.trim() || []);
}

async function isTaken(
  sql: Statements,
  names: readonly string[],
  username: string,
): Promise<boolean> {
  const own = username.toLowerCase();
  return names.some((name) => name.toLowerCase() === own) || isCreated(sql, names);
}
