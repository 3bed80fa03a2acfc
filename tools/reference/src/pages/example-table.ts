import type { ExampleTable } from './example.ts';
import { campaignExamples } from './examples-campaigns.ts';
import { contactExamples } from './examples-contacts.ts';
import { otherExamples } from './examples-others.ts';

/** The examples of every method. */
export const exampleTable: ExampleTable = {
  ...contactExamples,
  ...campaignExamples,
  ...otherExamples,
};
