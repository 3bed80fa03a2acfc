import type { EgoiErrorCode } from '@egoi-client/core';
import { readId } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { findList, type List } from '../../account/store/lists.ts';
import type { HandlerCall } from '../calls/handler.ts';

/**
 * The list that `listID` names.
 *
 * @param missing the method's code for no `listID`, or the whole refusal where it has another form
 * @param unknown the method's code for one that names no list
 */
export async function requireList(
  { params, sql }: HandlerCall,
  missing: EgoiErrorCode | Refusal = 'LIST_MISSING',
  unknown: EgoiErrorCode = 'LIST_NOT_FOUND',
): Promise<List> {
  const id = readId(params, 'listID');
  if (id === undefined) throw missing instanceof Refusal ? missing : new Refusal(missing);
  const list = await findList(sql, id);
  if (list === undefined) throw new Refusal(unknown);
  return list;
}
