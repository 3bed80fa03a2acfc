// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A site that is connected to the account. */
export interface ConnectedSite {
  /** Domain of the site. */
  readonly domain: string;
  /** List that its visitors are put in, by its number as text. */
  readonly list_id?: string | undefined;
}

/** A page of sites. */
export interface ConnectedSitePage {
  /** The sites of this page. */
  readonly items: readonly ConnectedSite[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Track & Engage. */
export interface SiteTracking {
  /** Whether it is on. */
  readonly enabled?: boolean | undefined;
}

/** A form of the site. */
export interface SiteForm {
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Form. 1 or more. */
  readonly form_id?: number | undefined;
}

/** Messages on the site. */
export interface OnSiteMessages {
  /** Whether it is on. */
  readonly enabled?: boolean | undefined;
  /** What it consists of. */
  readonly items?: readonly SiteForm[] | undefined;
}

/** Forms that open by themselves. */
export interface PopupForms {
  /** Whether it is on. */
  readonly enabled?: boolean | undefined;
  /** What it consists of. */
  readonly items?: readonly SiteForm[] | undefined;
}

/** WhatsApp. */
export interface SiteWhatsapp {
  /** Whether it is on. */
  readonly enabled?: boolean | undefined;
  /** What it consists of. */
  readonly items?: readonly SiteForm[] | undefined;
}

/** What sends messages to browsers. */
export interface SitePushApp {
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Site. 1 or more. */
  readonly site_id?: number | undefined;
  /** Code of the site. */
  readonly app_code?: string | undefined;
}

/** Messages to browsers. */
export interface SiteWebPush {
  /** Whether it is on. */
  readonly enabled?: boolean | undefined;
  /** What it consists of. */
  readonly items?: readonly SitePushApp[] | undefined;
}

/** A form in a page of the site. */
export interface EmbeddedForm {
  /** Name that only the account sees. */
  readonly internal_name?: string | undefined;
  /** Form. 1 or more. */
  readonly form_id?: number | undefined;
  /** Form, by its hash. */
  readonly form_hash?: string | undefined;
}

/** Forms in pages. */
export interface EmbeddedForms {
  /** Whether it is on. */
  readonly enabled?: boolean | undefined;
  /** What it consists of. */
  readonly items?: readonly EmbeddedForm[] | undefined;
}

/** A part of the service that works on the site. */
export interface SiteFeatures {
  /** Track & Engage. */
  readonly track_and_engage?: SiteTracking | undefined;
  /** Messages on the site. */
  readonly on_site_message?: OnSiteMessages | undefined;
  /** Forms that open by themselves. */
  readonly popup_forms?: PopupForms | undefined;
  /** WhatsApp. */
  readonly whatsapp?: SiteWhatsapp | undefined;
  /** Messages to browsers. */
  readonly web_push?: SiteWebPush | undefined;
  /** Forms in pages. */
  readonly embed_forms?: EmbeddedForms | undefined;
}

/** A connected site with what works on it. */
export interface ConnectedSiteDetails {
  /** Domain of the site. */
  readonly domain: string;
  /** List that its visitors are put in, by its number as text. */
  readonly list_id?: string | undefined;
  /** HTML that the pages of the site need. */
  readonly code?: string | undefined;
  /** What works on the site. */
  readonly features?: readonly SiteFeatures[] | undefined;
}

/** Input of getConnectedSites. */
export interface GetConnectedSitesInput {
  /** Domain of the site. */
  readonly domain: string;
}
