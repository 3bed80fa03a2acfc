"""Legacy script: a form put together as the maker's Python wrapper does, text as it is, on rest.php."""
import json
import os
import sys
import urllib.error
import urllib.request

address = sys.argv[1]
key = os.environ["EGOI_API_KEY"]


def form(prefix, value):
    """Nothing is encoded but what would end a field."""
    if isinstance(value, dict):
        return "".join(form(f"{prefix}[{name}]", member) for name, member in value.items())
    if isinstance(value, list):
        return "".join(form(f"{prefix}[{index}]", item) for index, item in enumerate(value))
    return f"{prefix}={str(value).replace('&', '%26')}&"


def plain(value):
    """key_0, key_1, ... are the items of a list."""
    if not isinstance(value, dict):
        return value
    members = {name.removeprefix("key_"): plain(member) for name, member in value.items()}
    is_list = list(members) == [str(index) for index in range(len(members))] and members
    return list(members.values()) if is_list else members


def call(method, **options):
    fields = form("functionOptions", {"apikey": key, **options})
    body = f"method={method}&type=json&{fields}".encode()
    try:
        answer = urllib.request.urlopen(address, body).read()
    except urllib.error.HTTPError as refusal:
        answer = refusal.read()
    answer = json.loads(answer)
    result = answer.get("Egoi_Api", answer)[method]
    if result.pop("status") == "failed":
        return {"fault": result["response"]["message"]}
    return result["response"] if list(result) == ["response"] else plain(result)


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
got["unknown"] = call("noSuchMethod")
print(json.dumps(got))
