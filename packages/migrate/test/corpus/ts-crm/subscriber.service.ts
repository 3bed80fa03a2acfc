import { HttpClient } from './http';
import mailchimp from '@mailchimp/mailchimp_marketing';

/** Calls `addSubscriber` of our CRM: https://crm.example.com/v2/soap */
export class SubscriberService {
  constructor(private readonly http: HttpClient) {}

  addSubscriber(input: { email: string; first_name: string }) {
    return this.http.post('/subscribers', { method: 'addSubscriber', ...input });
  }
}

const service = new SubscriberService(new HttpClient('https://crm.example.com'));
await service.addSubscriber({ email: 'a@example.com', first_name: 'A' });
await mailchimp.lists.getLists({ listID: '1' });
