"""Legacy script: Python's xmlrpc.client, the methods asked for first, and all calls after the first in one."""
import json
import os
import sys
import xmlrpc.client

address = sys.argv[1]
key = os.environ["EGOI_API_KEY"]
server = xmlrpc.client.ServerProxy(address)

methods = server.system.listMethods()
assert "addSubscriberBulk" in methods and "system.multicall" in methods, methods
assert server.system.methodSignature("getLists") == [["struct", "struct"]]
assert server.system.methodHelp("getLists") != ""
try:
    server.system.methodHelp("noSuchMethod")
    raise AssertionError("help for a method that is not there")
except xmlrpc.client.Fault as missing:
    assert missing.faultCode == 640, missing

got = {"account": server.getClientData({"apikey": key})}
got["list"] = server.createList({"apikey": key, "nome": "Boletim & <notícias>", "canal_email": 1})
list_id = got["list"]["LIST_ID"]

batch = xmlrpc.client.MultiCall(server)
names = []


def call(step, method, /, **options):
    names.append(step)
    getattr(batch, method)({"apikey": key, **options})


call("field", "addExtraField", listID=list_id, name="Cidade", type="texto")
call(
    "contact",
    "addSubscriber",
    listID=list_id,
    email="ana@example.com",
    first_name='Ana "Zoé"',
    extra_1="Évora & <Beja> 50% €",
    status=1,
)
call(
    "bulk",
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
call("one", "subscriberData", listID=list_id, subscriber="ana@example.com")
call("all", "subscriberData", listID=list_id, subscriber="all_subscribers")
call("lists", "getLists")
call("noLists", "getLists", start=5)
call("report", "getCredits")
call("nobody", "subscriberData", listID=list_id, subscriber="nobody@example.com")
call("stranger", "getClientData", apikey="wrong")
call("unknown", "noSuchMethod")

results = batch()
for index, name in enumerate(names):
    try:
        got[name] = results[index]
    except xmlrpc.client.Fault as fault:
        got[name] = {"fault": fault.faultString, "code": fault.faultCode}
print(json.dumps(got))
