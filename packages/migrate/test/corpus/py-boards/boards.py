"""Boards have lists too: client.getLists(), board.getTags()."""
from trello import TrelloClient
import sendgrid

client = TrelloClient(api_key="k")


class Board:
    def getLists(self):
        return client.getLists({"start": 0})

    def addTag(self, name):
        return self.getTags() + [name]

    def getTags(self):
        return []


board = Board()
board.getLists()
board.addTag("x")
mailer = sendgrid.SendGridAPIClient()
mailer.addSubscriber(email="a@example.com", first_name="A", listID=3)
