"""Legacy script: Python's xmlrpc.client."""
import json
import os
import sys
import xmlrpc.client

address = sys.argv[1]
key = os.environ["EGOI_API_KEY"]
server = xmlrpc.client.ServerProxy(address)


def call(method, **options):
    return getattr(server, method)({"apikey": key, **options})


got = {"account": call("getClientData")}
got["list"] = call("createList", nome="Boletim & <notícias>", canal_email=1)
list_id = got["list"]["LIST_ID"]
got["field"] = call("addExtraField", listID=list_id, name="Cidade", type="texto")
got["contact"] = call(
    "addSubscriber",
    listID=list_id,
    email="ana@example.com",
    first_name='Ana "Zoé"',
    extra_1="Évora & <Beja> 50% €",
    status=1,
)
got["bulk"] = call(
    "addSubscriberBulk",
    listID=list_id,
    compareField="email",
    operation=2,
    subscribers=[
        {"email": "rui@example.com", "first_name": "Rui"},
        {"email": "eva@example.com", "first_name": "Eva", "extra_1": "Faro"},
        {"email": "ivo@example.com", "first_name": "Ivo", "status": 0},
    ],
)
got["one"] = call("subscriberData", listID=list_id, subscriber="ana@example.com")
got["all"] = call("subscriberData", listID=list_id, subscriber="all_subscribers")
got["lists"] = call("getLists")
got["noLists"] = call("getLists", start=5)
got["report"] = call("getCredits")
got["nobody"] = call("subscriberData", listID=list_id, subscriber="nobody@example.com")
got["stranger"] = call("getClientData", apikey="wrong")
try:
    got["unknown"] = call("noSuchMethod")
except xmlrpc.client.Fault as fault:
    got["unknown"] = {"fault": fault.faultString, "code": fault.faultCode}
print(json.dumps(got))
