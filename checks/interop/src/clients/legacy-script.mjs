/**
 * The steps of every legacy script, for the two clients that are written in JavaScript.
 *
 * @param call takes a method and its options without the key, and gives what came; a fault as `{ fault }`
 * @param unknownMethod a method that the server does not have
 */
export async function runLegacyScript(call, unknownMethod) {
  const got = { account: await call('getClientData') };
  got.list = await call('createList', { nome: 'Boletim & <notícias>', canal_email: 1 });
  const listID = got.list.LIST_ID;
  got.field = await call('addExtraField', { listID, name: 'Cidade', type: 'texto' });
  got.contact = await call('addSubscriber', {
    listID,
    email: 'ana@example.com',
    first_name: 'Ana "Zoé"',
    extra_1: 'Évora & <Beja> 50% €',
    status: 1,
  });
  got.bulk = await call('addSubscriberBulk', {
    listID,
    compareField: 'email',
    operation: 2,
    subscribers: [
      { email: 'rui@example.com', first_name: 'Rui' },
      { email: 'eva@example.com', first_name: 'Eva', extra_1: 'Faro' },
      { email: 'ivo@example.com', first_name: 'Ivo', status: 0 },
    ],
  });
  got.one = await call('subscriberData', { listID, subscriber: 'ana@example.com' });
  got.all = await call('subscriberData', { listID, subscriber: 'all_subscribers' });
  got.lists = await call('getLists');
  got.noLists = await call('getLists', { start: 5 });
  got.report = await call('getCredits');
  got.nobody = await call('subscriberData', { listID, subscriber: 'nobody@example.com' });
  got.stranger = await call('getClientData', { apikey: 'wrong' });
  got.unknown = await call(unknownMethod);
  return got;
}
