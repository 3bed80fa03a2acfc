"""Legacy script: a document in a file, posted by curl, which calls everything a form that it is not told of.

The wire is that of the address: XML-RPC, or SOAP without a WSDL.
"""
import os
import subprocess
import sys
import tempfile
import xmlrpc.client
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from legacy_script import run_legacy_script

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


run_legacy_script(call)
