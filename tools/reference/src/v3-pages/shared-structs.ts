import type { Operation, Schema } from '@egoi-client/v3-api';

/**
 * The structs that get a section of their own on a page, by their names: those that come more than once
 * there, and the forms that a member may have.
 */
export function sharedStructs(operations: readonly Operation[]): Map<string, Schema> {
  const seen = new Map<string, Schema>();
  const shared = new Map<string, Schema>();

  const visit = (schema: Schema, isForm: boolean) => {
    const { typeName, element, forms = [], members = {} } = schema;
    const isSeen = typeName !== undefined && seen.has(typeName);
    if (typeName !== undefined && (isForm || isSeen)) shared.set(typeName, schema);
    if (isSeen) return;
    if (typeName !== undefined) seen.set(typeName, schema);
    for (const member of Object.values(members)) visit(member.schema, false);
    for (const form of forms) visit(form, true);
    if (element !== undefined) visit(element, false);
  };

  for (const { body, answer, callback, conflict } of operations) {
    const roots = [body, answer.value, callback, ...Object.values(conflict?.details ?? {})];
    for (const root of roots) {
      if (root?.type === 'either') for (const form of root.forms ?? []) visit(form, false);
      else if (root !== undefined) visit(root, false);
    }
  }
  return shared;
}
