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
import type { EgoiMethods } from '../types/methods.ts';

/** Every method, by its name. */
export type Catalogue = Readonly<Record<MethodName, MethodSpec>>;

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
export type MethodName = keyof EgoiMethods;

const specs = new Map<string, MethodSpec>();
for (const spec of Object.values(catalogue)) {
  for (const name of [spec.name, ...(spec.aliases ?? [])]) specs.set(name, spec);
}

/** The catalogue's entry for a name or an alias. */
export function findMethod(name: string): MethodSpec | undefined {
  return specs.get(name);
}

/** All entries, in the catalogue's order. */
export function allMethods(): MethodSpec[] {
  return Object.values(catalogue);
}
