"""Legacy script: a document in a file, posted by curl, which calls everything a form that it is not told of.

The wire is that of the address: XML-RPC, or SOAP without a WSDL.
"""
import json
import os
import subprocess
import sys
import tempfile
import xmlrpc.client
from xml.etree import ElementTree
from xml.sax.saxutils import escape

address = sys.argv[1]
key = os.environ["EGOI_API_KEY"]
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"


def post(document):
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(document.encode())
        file.flush()
        command = ["curl", "--silent", "--show-error", "--data-binary", f"@{file.name}", address]
        return subprocess.run(command, check=True, capture_output=True).stdout


def element(name, value):
    if isinstance(value, dict):
        items = "".join(
            f"<item>{element('key', member)}{element('value', value[member])}</item>" for member in value
        )
        return f'<{name} xsi:type="apache:Map">{items}</{name}>'
    if isinstance(value, list):
        items = "".join(element("item", item) for item in value)
        return f'<{name} xsi:type="enc:Array" enc:arrayType="xsd:anyType[{len(value)}]">{items}</{name}>'
    kind = "int" if isinstance(value, int) else "string"
    return f'<{name} xsi:type="xsd:{kind}">{escape(str(value))}</{name}>'


def envelope(method, options):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:enc="http://schemas.xmlsoap.org/soap/encoding/"
  xmlns:apache="http://xml.apache.org/xml-soap" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:api="http://api.e-goi.com/v2/soap.php">
  <env:Body><api:{method}>{element("functionOptions", options)}</api:{method}></env:Body>
</env:Envelope>"""


def plain(part):
    """What an element of an answer holds, by its type."""
    if part.get(XSI + "nil") == "true":
        return None
    kind = part.get(XSI + "type").split(":")[1]
    if kind == "Map":
        return {item.findtext("key"): plain(item.find("value")) for item in part}
    if kind == "Array":
        return [plain(item) for item in part]
    text = part.text or ""
    if kind == "boolean":
        return text == "true"
    return int(text) if kind in ("int", "long") else float(text) if kind == "float" else text


def soap(method, options):
    body = ElementTree.fromstring(post(envelope(method, options))).find(SOAP + "Body")
    fault = body.find(SOAP + "Fault")
    return plain(body[0][0]) if fault is None else {"fault": fault.findtext("faultstring")}


def rpc(method, options):
    try:
        return xmlrpc.client.loads(post(xmlrpc.client.dumps((options,), method)))[0][0]
    except xmlrpc.client.Fault as fault:
        return {"fault": fault.faultString, "code": fault.faultCode}


def call(method, **options):
    send = rpc if address.endswith("xmlrpc.php") else soap
    return send(method, {"apikey": key, **options})


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
