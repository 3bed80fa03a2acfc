"""Python's xmlrpc.client over the bytes of a server: answers each line with the milliseconds of one call."""
import sys
import time
import xmlrpc.client

address, calls = sys.argv[1], int(sys.argv[2])
server = xmlrpc.client.ServerProxy(address, allow_none=True)
options = {"apikey": "key", "listID": 1, "subscriber": "all_subscribers", "start": 0}
print("ready", flush=True)
for _ in sys.stdin:
    started = time.perf_counter()
    for _ in range(calls):
        answer = server.subscriberData(options)
        assert answer["subscriber"]
    print((time.perf_counter() - started) * 1000, flush=True)
    del answer
