"""Legacy script: Python's zeep with soap_any.php?wsdl, in SOAP 1.1 unless told 1.2.

zeep takes the version from the binding of the WSDL, and 1.2 is not bound there: its copy says so.
The WSDL says xsd:anyType, for which zeep wants the type of each value. Answers are read from the raw
document: for lists zeep would load the schema of the SOAP encoding from the network.
"""
import os
import sys
import tempfile
import urllib.request

from lxml import etree
from zeep import Client, xsd

from legacy_script import run_legacy_script

wsdl = sys.argv[1]
key = os.environ["EGOI_API_KEY"]
is_12 = sys.argv[2:] == ["1.2"]
if is_12:
    binding = b'"http://schemas.xmlsoap.org/wsdl/soap/"'
    copy = urllib.request.urlopen(wsdl).read().replace(binding, binding.replace(b"/soap/", b"/soap12/"))
    with tempfile.NamedTemporaryFile(suffix=".wsdl") as file:
        file.write(copy)
        file.flush()
        client = Client(file.name)
else:
    client = Client(wsdl)

SOAP = "http://www.w3.org/2003/05/soap-envelope" if is_12 else "http://schemas.xmlsoap.org/soap/envelope/"
ENCODING = SOAP.replace("envelope", "encoding")
SOAP = f"{{{SOAP}}}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


def sequence_type(name, *elements):
    return xsd.ComplexType(xsd.Sequence(list(elements)), qname=etree.QName(name))


def many(name, kind):
    return xsd.Element(name, kind, min_occurs=0, max_occurs="unbounded")


Entry = xsd.ComplexType(
    xsd.Sequence([xsd.Element("key", xsd.AnyType()), xsd.Element("value", xsd.AnyType())])
)
Map = sequence_type("{http://xml.apache.org/xml-soap}Map", many("item", Entry))
Array = sequence_type(f"{{{ENCODING}}}Array", many("item", xsd.AnyType()))


def typed(value):
    if isinstance(value, dict):
        entries = [{"key": typed(name), "value": typed(member)} for name, member in value.items()]
        return xsd.AnyObject(Map, Map(item=entries))
    if isinstance(value, list):
        return xsd.AnyObject(Array, Array(item=[typed(item) for item in value]))
    return xsd.AnyObject(xsd.Int() if isinstance(value, int) else xsd.String(), value)


def plain(element):
    """What an element of an answer holds, by its type."""
    if element.get(XSI + "nil") == "true":
        return None
    kind = element.get(XSI + "type").split(":")[1]
    if kind == "Map":
        return {item.findtext("key"): plain(item.find("value")) for item in element}
    if kind == "Array":
        return [plain(item) for item in element]
    text = element.text or ""
    if kind == "boolean":
        return text == "true"
    return int(text) if kind in ("int", "long") else float(text) if kind == "float" else text


def call(method, **options):
    function_options = typed({"apikey": key, **options})
    with client.settings(raw_response=True):
        response = getattr(client.service, method)(functionOptions=function_options)
    body = etree.fromstring(response.content).find(SOAP + "Body")
    fault = body.find(SOAP + "Fault")
    if fault is None:
        return plain(body[0].find("return"))
    return {"fault": fault.findtext(f"{SOAP}Reason/{SOAP}Text" if is_12 else "faultstring")}


run_legacy_script(call, unknown="detachTag")
