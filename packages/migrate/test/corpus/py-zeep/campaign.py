from zeep import Client

client = Client("http://api.e-goi.com/v2/soap.php?wsdl")
key = {"apikey": "k"}

campaign = client.service.createCampaignSMS({**key, "listID": 1, "subject": "S", "message": "M", "fromID": 2})
sent = client.service["sendSMS"]({**key, "campaign": campaign["ID"], "listID": 1})
print("deleteCampaign", sent)
