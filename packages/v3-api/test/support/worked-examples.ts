import type { OperationName } from '../../src/index.ts';

/** One exchange: a call, the request that it is written as, and the answer that comes back. */
interface WorkedExample {
  readonly title: string;
  readonly name: OperationName;
  readonly input: unknown;
  readonly request: { readonly method: string; readonly path: string; readonly body?: unknown };
  readonly status: number;
  readonly answer: unknown;
}

/**
 * Exchanges worked out by hand from what is known of the API, for calls of its second version: the title
 * names the call that they serve. None was tried on a live account.
 */
export const workedExamples: readonly WorkedExample[] = [
  {
    title: 'checklogin, with an API key: getMyAccount',
    name: 'getMyAccount',
    input: {},
    request: {
      method: 'GET',
      path: '/my-account',
    },
    status: 200,
    answer: {
      general_info: {
        name: 'Example, Lda',
        website: 'https://www.example.com',
        cellphone: '351-912345678',
        client_id: '12345',
      },
      billing_info: {
        type: 'company',
        company_legal_name: 'Example, Lda',
        vat_number: '500100200',
        country: {
          country_code: 'PT',
        },
        city: 'Porto',
        state: 'Porto',
        address1: 'Rua A 1',
        address2: '',
        zip_code: '4000-001',
        invoice_comments: '',
      },
      plan_info: {
        type: 'pro',
      },
      balance_info: {
        balance: '12.34',
        currency: 'EUR',
      },
      module_info: {
        te: {
          enabled: false,
        },
      },
    },
  },
  {
    title: 'checklogin, wrong key: getMyAccount',
    name: 'getMyAccount',
    input: {},
    request: {
      method: 'GET',
      path: '/my-account',
    },
    status: 401,
    answer: {
      type: 'http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html',
      title: 'Unauthorized',
      status: 401,
      detail: '…',
    },
  },
  {
    title: 'getLists, first page, with counts: getAllLists',
    name: 'getAllLists',
    input: {
      offset: 0,
      limit: 2,
      order: 'desc',
      order_by: 'list_id',
    },
    request: {
      method: 'GET',
      path: '/lists?offset=0&limit=2&order=desc&order_by=list_id',
    },
    status: 200,
    answer: {
      total_items: 7,
      items: [
        {
          list_id: 9,
          internal_name: 'news-int',
          public_name: 'Newsletter',
          status: 'active',
          group_id: 0,
          created: '2026-01-31 10:20:30',
          updated: '2026-02-01 10:20:30',
        },
        {
          list_id: 8,
          internal_name: 'shop',
          public_name: 'Shop',
          status: 'active',
          group_id: 3,
          created: '2025-01-31 10:20:30',
          updated: '2025-02-01 10:20:30',
        },
      ],
    },
  },
  {
    title: 'getLists, first page, with counts: getList',
    name: 'getList',
    input: {
      list_id: 9,
    },
    request: {
      method: 'GET',
      path: '/lists/9',
    },
    status: 200,
    answer: {
      default_language: 'pt',
      available_languages: ['pt', 'en'],
      stats: {
        total_contacts: 120,
        total_active: 100,
        total_inactive: 5,
        total_removed: 10,
        total_unconfirmed: 5,
        total_waiting_new_confirmation: 0,
      },
      list_id: 9,
      internal_name: 'news-int',
      public_name: 'Newsletter',
      status: 'active',
      group_id: 0,
      created: '2026-01-31 10:20:30',
      updated: '2026-02-01 10:20:30',
    },
  },
  {
    title: 'getLists, first page, with counts: getAllFields',
    name: 'getAllFields',
    input: {
      list_id: 9,
      offset: 0,
      limit: 1000,
    },
    request: {
      method: 'GET',
      path: '/lists/9/fields?offset=0&limit=1000',
    },
    status: 200,
    answer: [
      {
        type: 'base',
        options: [],
        field_id: 'email',
        name: 'Email',
        format: 'email',
        unique: true,
      },
      {
        type: 'extra',
        options: [],
        field_id: '2',
        name: 'Cidade',
        format: 'text',
        unique: false,
      },
    ],
  },
  {
    title: 'createList, new list: createList',
    name: 'createList',
    input: {
      body: {
        internal_name: 'Newsletter',
        public_name: 'Newsletter',
      },
    },
    request: {
      method: 'POST',
      path: '/lists',
      body: {
        internal_name: 'Newsletter',
        public_name: 'Newsletter',
      },
    },
    status: 201,
    answer: {
      list_id: 9,
      internal_name: 'Newsletter',
      public_name: 'Newsletter',
      status: 'active',
      group_id: 0,
      created: '2026-11-25 10:00:00',
      updated: '2026-11-25 10:00:00',
    },
  },
  {
    title: 'getExtraFields, fields of a list: getAllFields',
    name: 'getAllFields',
    input: {
      list_id: 9,
      offset: 0,
      limit: 1000,
    },
    request: {
      method: 'GET',
      path: '/lists/9/fields?offset=0&limit=1000',
    },
    status: 200,
    answer: [
      {
        type: 'base',
        options: [],
        field_id: 'email',
        name: 'Email',
        format: 'email',
        unique: true,
      },
      {
        type: 'extra',
        options: [],
        field_id: '2',
        name: 'Cidade',
        format: 'text',
        unique: false,
      },
      {
        type: 'extra',
        options: [
          {
            option_id: 1,
            en: 'Yes',
            pt: 'Sim',
            br: 'Sim',
            es: 'Sí',
            de: 'Ja',
            hu: 'Igen',
            fr: 'Oui',
          },
        ],
        field_id: '3',
        name: 'Cliente',
        format: 'options',
        unique: false,
      },
    ],
  },
  {
    title: 'addExtraField, text field: createExtraField',
    name: 'createExtraField',
    input: {
      list_id: 9,
      body: {
        name: 'Cidade',
        format: 'text',
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/fields/extra',
      body: {
        name: 'Cidade',
        format: 'text',
      },
    },
    status: 201,
    answer: {
      field_id: '2',
      name: 'Cidade',
      format: 'text',
      unique: false,
    },
  },
  {
    title: 'addSubscriber, new contact with an extra field and a tag: createContact',
    name: 'createContact',
    input: {
      list_id: 9,
      body: {
        base: {
          status: 'active',
          first_name: 'Ana',
          last_name: 'Silva',
          birth_date: '1990-01-31',
          language: 'pt',
          email: 'ana@example.com',
          cellphone: '351-912345678',
        },
        extra: [
          {
            field_id: 2,
            value: 'Porto',
          },
        ],
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/contacts',
      body: {
        base: {
          status: 'active',
          first_name: 'Ana',
          last_name: 'Silva',
          birth_date: '1990-01-31',
          language: 'pt',
          email: 'ana@example.com',
          cellphone: '351-912345678',
        },
        extra: [
          {
            field_id: 2,
            value: 'Porto',
          },
        ],
      },
    },
    status: 201,
    answer: {
      contact_id: '34b7624024',
    },
  },
  {
    title: 'addSubscriber, new contact with an extra field and a tag: actionAttachTag',
    name: 'actionAttachTag',
    input: {
      list_id: 9,
      body: {
        tag_id: 5,
        contacts: ['34b7624024'],
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/contacts/actions/attach-tag',
      body: {
        tag_id: 5,
        contacts: ['34b7624024'],
      },
    },
    status: 202,
    answer: {
      result: 'success',
    },
  },
  {
    title: 'addSubscriber, address taken: createContact',
    name: 'createContact',
    input: {
      list_id: 9,
      body: {
        base: {
          email: 'ana@example.com',
          status: 'active',
        },
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/contacts',
      body: {
        base: {
          email: 'ana@example.com',
          status: 'active',
        },
      },
    },
    status: 409,
    answer: {
      type: 'http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html',
      title: 'Conflict',
      status: 409,
      detail: '…',
      errors: {
        unique_field_in_use: 'A unique field is already being used',
        field_id: 'email',
        contacts: ['34b7624024'],
      },
    },
  },
  {
    title: 'addSubscriberBulk, update by e-mail: actionImportBulk',
    name: 'actionImportBulk',
    input: {
      list_id: 9,
      body: {
        mode: 'update',
        compare_field: 'email',
        force_empty: false,
        contacts: [
          {
            base: {
              email: 'a@example.com',
              status: 'active',
              cellphone: '351-912345678',
            },
            extra: [
              {
                field_id: 2,
                value: 'Porto',
              },
            ],
          },
          {
            base: {
              email: 'b@example.com',
              status: 'active',
              first_name: 'Bea',
            },
          },
        ],
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/contacts/actions/import-bulk',
      body: {
        mode: 'update',
        compare_field: 'email',
        force_empty: false,
        contacts: [
          {
            base: {
              email: 'a@example.com',
              status: 'active',
              cellphone: '351-912345678',
            },
            extra: [
              {
                field_id: 2,
                value: 'Porto',
              },
            ],
          },
          {
            base: {
              email: 'b@example.com',
              status: 'active',
              first_name: 'Bea',
            },
          },
        ],
      },
    },
    status: 202,
    answer: {
      result: 'success',
    },
  },
  {
    title: 'addSubscriberBulk, update by e-mail: getAllOperations',
    name: 'getAllOperations',
    input: {
      type: 'import_contacts',
      offset: 0,
      limit: 1000,
    },
    request: {
      method: 'GET',
      path: '/operations?type=import_contacts&offset=0&limit=1000',
    },
    status: 200,
    answer: {
      total_items: 0,
      items: [],
    },
  },
  {
    title: 'addSubscriberBulk, update by e-mail: actionAttachTag',
    name: 'actionAttachTag',
    input: {
      list_id: 9,
      body: {
        tag_id: 5,
        field_id: 'email',
        contacts: ['a@example.com', 'b@example.com'],
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/contacts/actions/attach-tag',
      body: {
        tag_id: 5,
        field_id: 'email',
        contacts: ['a@example.com', 'b@example.com'],
      },
    },
    status: 202,
    answer: {
      result: 'success',
    },
  },
  {
    title: 'editSubscriber, by UID: patchContact',
    name: 'patchContact',
    input: {
      list_id: 9,
      contact_id: '34b7624024',
      body: {
        base: {
          first_name: 'Ana Maria',
        },
        extra: [
          {
            field_id: 2,
            value: 'Lisboa',
          },
        ],
      },
    },
    request: {
      method: 'PATCH',
      path: '/lists/9/contacts/34b7624024',
      body: {
        base: {
          first_name: 'Ana Maria',
        },
        extra: [
          {
            field_id: 2,
            value: 'Lisboa',
          },
        ],
      },
    },
    status: 200,
    answer: {
      contact_id: '34b7624024',
    },
  },
  {
    title: 'editSubscriber, by e-mail: getAllContacts',
    name: 'getAllContacts',
    input: {
      list_id: 9,
      email: 'ana@example.com',
      offset: 0,
      limit: 10,
    },
    request: {
      method: 'GET',
      path: '/lists/9/contacts?email=ana%40example.com&offset=0&limit=10',
    },
    status: 200,
    answer: {
      total_items: 1,
      items: [
        {
          base: {
            contact_id: '34b7624024',
            status: 'active',
            consent: 'consent',
            consent_date: '2026-11-20 09:00:00',
            subscription_method: 'api',
            subscription_date: '2026-11-20 09:00:00',
            subscription_form: 0,
            unsubscription_method: '',
            unsubscription_reason: '',
            unsubscription_observation: '',
            unsubscription_date: '',
            change_date: '2026-11-21',
            first_name: 'Ana',
            last_name: 'Silva',
            birth_date: '1990-01-31',
            language: 'pt',
            email: 'ana@example.com',
            email_status: 'active',
            cellphone: '351-912345678',
            cellphone_status: 'active',
            phone: '',
            phone_status: 'active',
            push_token_android: [],
            push_token_ios: [],
          },
          extra: [],
          tags: [5],
        },
      ],
    },
  },
  {
    title: 'editSubscriber, by e-mail: patchContact',
    name: 'patchContact',
    input: {
      list_id: 9,
      contact_id: '34b7624024',
      body: {
        base: {
          email: 'ana.silva@example.com',
        },
      },
    },
    request: {
      method: 'PATCH',
      path: '/lists/9/contacts/34b7624024',
      body: {
        base: {
          email: 'ana.silva@example.com',
        },
      },
    },
    status: 200,
    answer: {
      contact_id: '34b7624024',
    },
  },
  {
    title: 'subscriberData, one contact by UID: getContact',
    name: 'getContact',
    input: {
      list_id: 9,
      contact_id: '34b7624024',
    },
    request: {
      method: 'GET',
      path: '/lists/9/contacts/34b7624024',
    },
    status: 200,
    answer: {
      base: {
        contact_id: '34b7624024',
        status: 'active',
        consent: 'consent',
        consent_date: '2026-11-20 09:00:00',
        subscription_method: 'api',
        subscription_date: '2026-11-20 09:00:00',
        subscription_form: 0,
        unsubscription_method: '',
        unsubscription_reason: '',
        unsubscription_observation: '',
        unsubscription_date: '',
        change_date: '2026-11-21',
        first_name: 'Ana',
        last_name: 'Silva',
        birth_date: '1990-01-31',
        language: 'pt',
        email: 'ana@example.com',
        email_status: 'active',
        cellphone: '351-912345678',
        cellphone_status: 'active',
        phone: '',
        phone_status: 'active',
        push_token_android: [],
        push_token_ios: [],
      },
      extra: [
        {
          field_id: 2,
          format: 'text',
          value: 'Porto',
        },
      ],
      tags: [5],
      email_stats: {
        sent: 10,
        opens: 7,
        clicks: 3,
        soft_bounces: 1,
        hard_bounces: 0,
        forwards: 0,
        conversions: 0,
        social_actions: 0,
        last_send_date: null,
        last_open_date: null,
        last_click_date: null,
        last_open_country: null,
        last_open_region: null,
        last_open_city: null,
      },
      sms_stats: {
        sent: 2,
        delivered: 2,
      },
    },
  },
  {
    title: 'subscriberData, all, page by page: getAllContacts',
    name: 'getAllContacts',
    input: {
      list_id: 9,
      offset: 0,
      limit: 1000,
    },
    request: {
      method: 'GET',
      path: '/lists/9/contacts?offset=0&limit=1000',
    },
    status: 200,
    answer: {
      total_items: 1,
      items: [
        {
          base: {
            contact_id: '34b7624024',
            status: 'active',
            consent: 'consent',
            consent_date: '2026-11-20 09:00:00',
            subscription_method: 'api',
            subscription_date: '2026-11-20 09:00:00',
            subscription_form: 0,
            unsubscription_method: '',
            unsubscription_reason: '',
            unsubscription_observation: '',
            unsubscription_date: '',
            change_date: '2026-11-21',
            first_name: 'Ana',
            last_name: 'Silva',
            birth_date: '1990-01-31',
            language: 'pt',
            email: 'ana@example.com',
            email_status: 'active',
            cellphone: '351-912345678',
            cellphone_status: 'active',
            phone: '',
            phone_status: 'active',
            push_token_android: [],
            push_token_ios: [],
          },
          extra: [
            {
              field_id: 2,
              format: 'text',
              value: 'Porto',
            },
          ],
          tags: [5],
        },
      ],
    },
  },
  {
    title: 'removeSubscriber, by UID: actionUnsubscribeContact',
    name: 'actionUnsubscribeContact',
    input: {
      list_id: 9,
      body: {
        data: [
          {
            contact_id: '34b7624024',
            unsubscription_method: 'api',
            unsubscription_reason: 'other',
          },
        ],
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/contacts/actions/unsubscribe',
      body: {
        data: [
          {
            contact_id: '34b7624024',
            unsubscription_method: 'api',
            unsubscription_reason: 'other',
          },
        ],
      },
    },
    status: 200,
    answer: {
      success: ['34b7624024'],
      errors: {},
    },
  },
  {
    title: 'getTags, all tags: getAllTags',
    name: 'getAllTags',
    input: {
      offset: 0,
      limit: 1000,
      order: 'asc',
      order_by: 'tag_id',
    },
    request: {
      method: 'GET',
      path: '/tags?offset=0&limit=1000&order=asc&order_by=tag_id',
    },
    status: 200,
    answer: {
      total_items: 2,
      items: [
        {
          tag_id: 5,
          name: 'vip',
          color: '#00AEDA',
        },
        {
          tag_id: 6,
          name: 'new',
          color: '#FFFFFF',
        },
      ],
    },
  },
  {
    title: 'addTag, new tag: createTag',
    name: 'createTag',
    input: {
      body: {
        name: 'vip',
        color: '#00AEDA',
      },
    },
    request: {
      method: 'POST',
      path: '/tags',
      body: {
        name: 'vip',
        color: '#00AEDA',
      },
    },
    status: 201,
    answer: {
      tag_id: 5,
      name: 'vip',
      color: '#00AEDA',
    },
  },
  {
    title: 'detachTag, one contact: actionDetachTag',
    name: 'actionDetachTag',
    input: {
      list_id: 9,
      body: {
        tag_id: 5,
        contacts: ['34b7624024'],
      },
    },
    request: {
      method: 'POST',
      path: '/lists/9/contacts/actions/detach-tag',
      body: {
        tag_id: 5,
        contacts: ['34b7624024'],
      },
    },
    status: 202,
    answer: {
      result: 'success',
    },
  },
  {
    title: 'getCampaigns, first page: getAllCampaigns',
    name: 'getAllCampaigns',
    input: {
      offset: 0,
      limit: 1000,
      order: 'desc',
      order_by: 'created',
    },
    request: {
      method: 'GET',
      path: '/campaigns?offset=0&limit=1000&order=desc&order_by=created',
    },
    status: 200,
    answer: {
      total_items: 2,
      items: [
        {
          id: 77,
          campaign_hash: 'a1B2c3',
          status: 'sent',
          thumbnail: '',
          channel: 'email',
          internal_name: 'Nov',
          list_id: 9,
          title: 'November news',
          created_by: 1,
          created: '2026-11-01 09:00:00',
          updated: '2026-11-01 09:00:00',
          start_date: '2026-11-02 09:00:00',
          end_date: '2026-11-02 09:30:00',
          schedule_date: {
            enabled: false,
            date: '',
          },
          processed_messages: 100,
          automation_id: 0,
        },
        {
          id: 78,
          campaign_hash: 'd4E5f6',
          status: 'draft',
          thumbnail: '',
          channel: 'sms',
          internal_name: 'Sale',
          list_id: 9,
          title: 'Sale',
          created_by: 1,
          created: '2026-11-03 09:00:00',
          updated: '2026-11-03 09:00:00',
          start_date: '',
          end_date: '',
          schedule_date: {
            enabled: false,
            date: '',
          },
          processed_messages: 0,
          automation_id: 0,
        },
      ],
    },
  },
  {
    title: 'getReport, e-mail campaign: getAllCampaigns',
    name: 'getAllCampaigns',
    input: {
      campaign_hash: 'a1B2c3',
      limit: 1,
    },
    request: {
      method: 'GET',
      path: '/campaigns?campaign_hash=a1B2c3&limit=1',
    },
    status: 200,
    answer: {
      total_items: 1,
      items: [
        {
          id: 77,
          campaign_hash: 'a1B2c3',
          status: 'sent',
          channel: 'email',
          internal_name: 'Nov',
          list_id: 9,
          title: 'November news',
          created_by: 1,
          created: '2026-11-01 09:00:00',
          updated: '2026-11-01 09:00:00',
        },
      ],
    },
  },
  {
    title: 'getReport, e-mail campaign: getEmailReport',
    name: 'getEmailReport',
    input: {
      campaign_hash: 'a1B2c3',
      date: false,
      weekday: false,
      hour: false,
      location: true,
      domain: false,
      url: true,
      reader: true,
    },
    request: {
      method: 'GET',
      path: '/reports/email/a1B2c3?date=false&weekday=false&hour=false&location=true&domain=false&url=true&reader=true',
    },
    status: 200,
    answer: {
      campaign_hash: 'a1B2c3',
      overall: {
        sends: 100,
        opens: 60,
        unique_opens: 40,
        clicks: 12,
        unique_clicks: 10,
        hard_bounces: 1,
        soft_bounces: 2,
        complaints: 0,
        unsubscriptions: 1,
      },
      location: [
        {
          location: 'Porto',
          region: 'Porto',
          country: 'Portugal',
          opens: 30,
          clicks: 5,
          hard_bounces: 0,
          soft_bounces: 0,
          complaints: 0,
          unsubscriptions: 0,
        },
      ],
      url: [
        {
          url: 'https://www.example.com/',
          clicks: 12,
        },
      ],
      reader: [
        {
          reader: 'Gmail',
          type: 'webmail',
          opens: 30,
        },
      ],
    },
  },
  {
    title: 'getSegments, segments of a list: getAllSegments',
    name: 'getAllSegments',
    input: {
      list_id: 9,
      offset: 0,
      limit: 1000,
    },
    request: {
      method: 'GET',
      path: '/lists/9/segments?offset=0&limit=1000',
    },
    status: 200,
    answer: {
      total_items: 2,
      items: [
        {
          type: 'saved',
          segment_id: '8',
          name: 'Porto',
          created: '2026-01-31 10:20:30',
          updated: '2026-01-31 10:20:30',
        },
        {
          type: 'tag',
          segment_id: '12',
          name: 'vip',
          created: '2026-01-31 10:20:30',
          updated: '2026-01-31 10:20:30',
        },
      ],
    },
  },
  {
    title: 'getSenders, e-mail senders: getAllEmailSenders',
    name: 'getAllEmailSenders',
    input: {
      offset: 0,
      limit: 1000,
    },
    request: {
      method: 'GET',
      path: '/senders/email?offset=0&limit=1000',
    },
    status: 200,
    answer: {
      items: [
        {
          name: 'Example',
          email: 'news@example.com',
          sender_id: 4,
          status: 'active',
        },
      ],
    },
  },
  {
    title: 'createCampaignEmail, HTML: createEmailCampaign',
    name: 'createEmailCampaign',
    input: {
      body: {
        list_id: 9,
        internal_name: 'Nov',
        subject: 'November news',
        sender_id: 4,
        content: {
          type: 'html',
          body: '<p>Hello</p>',
        },
        header_footer: {
          header_links: {
            view_web: true,
          },
          footer_links: {
            unsubscribe: true,
          },
        },
      },
    },
    request: {
      method: 'POST',
      path: '/campaigns/email',
      body: {
        list_id: 9,
        internal_name: 'Nov',
        subject: 'November news',
        sender_id: 4,
        content: {
          type: 'html',
          body: '<p>Hello</p>',
        },
        header_footer: {
          header_links: {
            view_web: true,
          },
          footer_links: {
            unsubscribe: true,
          },
        },
      },
    },
    status: 201,
    answer: {
      campaign_hash: 'a1B2c3',
    },
  },
  {
    title: 'sendEmail, to the whole list: actionSendEmail',
    name: 'actionSendEmail',
    input: {
      campaign_hash: 'a1B2c3',
      body: {
        list_id: 9,
        segments: {
          type: 'none',
        },
      },
    },
    request: {
      method: 'POST',
      path: '/campaigns/email/a1B2c3/actions/send',
      body: {
        list_id: 9,
        segments: {
          type: 'none',
        },
      },
    },
    status: 200,
    answer: {
      result: 'success',
    },
  },
];
