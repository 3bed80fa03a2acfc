"""Legacy script: a form put together as the maker's Python wrapper does, text as it is, on rest.php."""
import json
import os
import sys
import urllib.error
import urllib.request

from legacy_script import run_legacy_script

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


run_legacy_script(call)
