import { accounts } from './accounts.ts';
import { automations } from './automations.ts';
import { campaignCreation } from './campaign-creation.ts';
import { campaignSending } from './campaign-sending.ts';
import { campaigns } from './campaigns.ts';
import { common } from './common.ts';
import { forms } from './forms.ts';
import { internal } from './internal.ts';
import { lists } from './lists.ts';
import type { MethodSpec } from './method-spec.ts';
import { reports } from './reports.ts';
import { segments } from './segments.ts';
import { senders } from './senders.ts';
import { subscribers } from './subscribers.ts';
import { tags } from './tags.ts';

/** Every method, by its name. An intersection, not a copy, so that editors find each comment. */
export type Catalogue = typeof accounts &
  typeof automations &
  typeof campaignCreation &
  typeof campaigns &
  typeof campaignSending &
  typeof common &
  typeof forms &
  typeof lists &
  typeof reports &
  typeof segments &
  typeof senders &
  typeof subscribers &
  typeof tags &
  typeof internal;

/**
 * Every method of the API. Client methods, types, checks, normalisation, the sandbox's handlers, the
 * gateway's WSDLs and the reference pages derive from it.
 */
export const catalogue: Catalogue = {
  ...accounts,
  ...automations,
  ...campaignCreation,
  ...campaigns,
  ...campaignSending,
  ...common,
  ...forms,
  ...lists,
  ...reports,
  ...segments,
  ...senders,
  ...subscribers,
  ...tags,
  ...internal,
};

/** The name of a method of the catalogue. */
export type MethodName = keyof Catalogue;

const specs = new Map<string, MethodSpec>();
for (const spec of Object.values(catalogue) as MethodSpec[]) {
  for (const name of [spec.name, ...(spec.aliases ?? [])]) specs.set(name, spec);
}

/** The catalogue's entry for a name or an alias. */
export function findMethod(name: string): MethodSpec | undefined {
  return specs.get(name);
}

/** All entries, in the catalogue's order. */
export function allMethods(): MethodSpec[] {
  return Object.values(catalogue) as MethodSpec[];
}
