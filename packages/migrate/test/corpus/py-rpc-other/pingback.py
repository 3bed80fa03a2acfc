import xmlrpc.client

server = xmlrpc.client.ServerProxy("https://blog.example.org/xmlrpc.php")
print(server.wp.getTags(1, "user", "secret"))
print(server.getLists({"apikey": "k"}))
names = ["addSubscriber", "getLists"]
table = {"method": "getLists", "handler": None}
