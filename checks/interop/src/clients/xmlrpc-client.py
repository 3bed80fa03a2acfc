"""Legacy script: Python's xmlrpc.client."""
import os
import sys
import xmlrpc.client

from legacy_script import run_legacy_script

address = sys.argv[1]
key = os.environ["EGOI_API_KEY"]
server = xmlrpc.client.ServerProxy(address)


def call(method, **options):
    try:
        return getattr(server, method)({"apikey": key, **options})
    except xmlrpc.client.Fault as fault:
        return {"fault": fault.faultString, "code": fault.faultCode}


run_legacy_script(call)
