"""Python's xmlrpc.server."""
from xmlrpc.client import Fault
from xmlrpc.server import SimpleXMLRPCServer

ANSWERS = {
    "null": None,
    "true": True,
    "false": False,
    "integer": 42,
    "list": ["a", "b"],
    "list of one": ["only"],
    "empty list": [],
    "structs": [{"id": 1, "name": "um"}, {"id": 2, "name": "dois"}],
    "error in a struct": {"ERROR": "LIST_NOT_FOUND"},
    "bare word": "NO_ACCESS",
}


def answerWith(options):
    if options["what"] == "echo":
        return options["value"]
    if options["what"] in ANSWERS:
        return ANSWERS[options["what"]]
    raise Fault(7, 'kaput <&> "quoted"')


def addSubscriberBulk(options):
    rows = options["subscribers"]
    return {"id": 1, "result": rows[-1]["email"], "count": len(rows)}


server = SimpleXMLRPCServer(("127.0.0.1", 0), allow_none=True, logRequests=False)
server.RequestHandlerClass.rpc_paths = ()
server.register_function(answerWith)
server.register_function(addSubscriberBulk)
print(f"http://127.0.0.1:{server.server_address[1]}/", flush=True)
server.serve_forever()
