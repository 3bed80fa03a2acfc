/** How the service is asked to answer: `type=json` or `type=xml` in the form. */
export type RestFormat = 'json' | 'xml';
