import type { MethodName } from '@egoi-client/core';
import type { RefusedMethod } from '../calls/method-entry.ts';

const onPages = 'do it on the pages of the service';

const noFax = refused('API v3 has no faxes', 'send an e-mail or an SMS');
const noSegments = refused(
  'API v3 reads segments and cannot make them',
  'make the segment on the pages of the service, or attach a tag: its contacts are a segment of their own',
);
const noTemplates = refused('API v3 does not list templates', `${onPages}, or keep their content`);
const noAccounts = refused('API v3 makes no accounts', onPages);
const noHistory = refused(
  'API v3 keeps no errors of a connection',
  'each error is thrown to the call that it belongs to',
);

/** Methods that API v3 has nothing for. */
export const refusedMethods = {
  afiliado: refused('API v3 has no affiliates', onPages),
  checkUser: noAccounts,
  createAccount: noAccounts,
  createCampaignFAX: noFax,
  createSegment: noSegments,
  createSegmentAdvanced: noSegments,
  getAllErrors: noHistory,
  getError: noHistory,
  getForms: refused('API v3 does not list forms', 'keep the addresses of the forms that you use'),
  getHeaderFooterTemplates: noTemplates,
  getTemplates: noTemplates,
  sendFAX: noFax,
  testEmailAddress: refused(
    'API v3 does not test addresses',
    'check the address before the call; the transactional API has a validator',
  ),
} as const satisfies Partial<Record<MethodName, RefusedMethod>>;

function refused(reason: string, wayOut: string): RefusedMethod {
  return { verdict: 'refused', reason, wayOut };
}
