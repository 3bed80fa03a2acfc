import { flag, id, listOf, struct, text, textLike } from '../schema/declare.ts';
import type { Schema } from '../schema/schema.ts';
import { operation } from './operation.ts';
import { collection } from './shared.ts';

const domain = text('Domain of the site.');
const listId = text('List that its visitors are put in, by its number as text.');

const form = struct('SiteForm', 'A form of the site.', {
  optional: { internal_name: text('Name that only the account sees.'), form_id: id('Form.') },
});

const embeddedForm = struct('EmbeddedForm', 'A form in a page of the site.', {
  optional: {
    internal_name: text('Name that only the account sees.'),
    form_id: id('Form.'),
    form_hash: text('Form, by its hash.'),
  },
});

const pushApp = struct('SitePushApp', 'What sends messages to browsers.', {
  optional: {
    internal_name: text('Name that only the account sees.'),
    site_id: id('Site.'),
    app_code: text('Code of the site.'),
  },
});

function feature(typeName: string, description: string, item: Schema): Schema {
  return struct(typeName, description, {
    optional: {
      enabled: flag('Whether it is on.'),
      items: listOf(item, 'What it consists of.'),
    },
  });
}

const features = struct('SiteFeatures', 'A part of the service that works on the site.', {
  optional: {
    track_and_engage: struct('SiteTracking', 'Track & Engage.', {
      optional: { enabled: flag('Whether it is on.') },
    }),
    on_site_message: feature('OnSiteMessages', 'Messages on the site.', form),
    popup_forms: feature('PopupForms', 'Forms that open by themselves.', form),
    whatsapp: feature('SiteWhatsapp', 'WhatsApp.', form),
    web_push: feature('SiteWebPush', 'Messages to browsers.', pushApp),
    embed_forms: feature('EmbeddedForms', 'Forms in pages.', embeddedForm),
  },
});

const site = struct('ConnectedSite', 'A site that is connected to the account.', {
  required: { domain },
  expected: { list_id: listId },
});

const siteDetails = struct('ConnectedSiteDetails', 'A connected site with what works on it.', {
  required: { domain },
  expected: {
    list_id: listId,
    code: text('HTML that the pages of the site need.'),
    features: listOf(features, 'What works on the site.'),
  },
});

/** Sites that are connected to the account. */
export const connectedSiteOperations = {
  getAllConnectedSites: operation({
    method: 'GET',
    path: '/connectedsites',
    summary: 'Gives the sites that are connected to the account.',
    answer: { status: 200, value: collection('ConnectedSitePage', site, 'sites') },
    notes: ['There are no pages: all come at once.'],
  }),
  getConnectedSites: operation({
    method: 'GET',
    path: '/connectedsites/{domain}',
    summary: 'Gives one connected site with what works on it.',
    pathParams: {
      domain: textLike(/^(?!\.{1,2}$).+$/s, 'must be a domain', 'Domain of the site.'),
    },
    answer: { status: 200, value: siteDetails },
  }),
};
