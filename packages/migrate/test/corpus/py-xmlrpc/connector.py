# -*- coding: utf-8 -*-
"""Passes contacts on; see getLists and addSubscriber of the API."""
import xmlrpc.client


class Connector:
    url = "http://api.e-goi.com/v2/xmlrpc.php"

    def __init__(self, key):
        self.key = key
        self.server = xmlrpc.client.ServerProxy(self.url, allow_none=True)

    def invoke(self, name, **options):
        options["apikey"] = self.key
        return getattr(self.server, name)(options)

    def lists(self):
        return self.server.getLists({"apikey": self.key})
