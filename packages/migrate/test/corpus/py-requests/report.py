import requests

URL = "http://api.e-goi.com/v2/rest.php"


def call(method, **options):
    fields = {f"functionOptions[{name}]": value for name, value in options.items()}
    return requests.post(URL, data={"method": method, "type": "json", **fields}, timeout=30).json()


def main():
    campaigns = call("getCampaigns", apikey="k", start=0, limit=50)
    for campaign in campaigns["Egoi_Api"]["getCampaigns"].values():
        print(call("getReport", apikey="k", campaign=campaign["HASH"]))
    answer = requests.get(URL, params={"method": "getTemplates", "functionOptions[apikey]": "k"})
    return answer.json()
