# Legacy script: Ruby's xmlrpc gem.
require 'json'
require 'xmlrpc/client'

# The gem reads no nil unless this constant of its configuration says so.
XMLRPC::Config.send(:remove_const, :ENABLE_NIL_PARSER)
XMLRPC::Config::ENABLE_NIL_PARSER = true

address = ARGV.fetch(0)
KEY = ENV.fetch('EGOI_API_KEY')
SERVER = XMLRPC::Client.new2(address)

def call(method, **options)
  SERVER.call(method, { apikey: KEY, **options })
rescue XMLRPC::FaultException => e
  { fault: e.faultString, code: e.faultCode }
end

got = { account: call('getClientData') }
got[:list] = call('createList', nome: 'Boletim & <notícias>', canal_email: 1)
list = got[:list]['LIST_ID']
got[:field] = call('addExtraField', listID: list, name: 'Cidade', type: 'texto')
got[:contact] = call(
  'addSubscriber',
  listID: list,
  email: 'ana@example.com',
  first_name: 'Ana "Zoé"',
  extra_1: 'Évora & <Beja> 50% €',
  status: 1
)
got[:bulk] = call(
  'addSubscriberBulk',
  listID: list,
  compareField: 'email',
  operation: 2,
  subscribers: [
    { email: 'rui@example.com', first_name: 'Rui' },
    { email: 'eva@example.com', first_name: 'Eva', extra_1: 'Faro' },
    { email: 'ivo@example.com', first_name: 'Ivo', status: 0 }
  ]
)
got[:one] = call('subscriberData', listID: list, subscriber: 'ana@example.com')
got[:all] = call('subscriberData', listID: list, subscriber: 'all_subscribers')
got[:lists] = call('getLists')
got[:noLists] = call('getLists', start: 5)
got[:report] = call('getCredits')
got[:nobody] = call('subscriberData', listID: list, subscriber: 'nobody@example.com')
got[:stranger] = call('getClientData', apikey: 'wrong')
got[:unknown] = call('noSuchMethod')
puts JSON.generate(got)
