import xmlrpclib
from odoo import models, fields

API = 'http://api.e-goi.com/v2/xmlrpc.php'


class ResPartner(models.Model):
    _inherit = 'res.partner'

    def _egoi(self):
        return xmlrpclib.Server(API)

    def action_push(self):
        server = self._egoi()
        for partner in self:
            args = {'apikey': self.env.user.company_id.egoi_key, 'listID': 2}
            args['email'] = partner.email
            args['subscriber'] = partner.email
            found = server.subscriberData(args)
            if 'ERROR' in found.get('subscriber', {}):
                server.addSubscriber(args)
            else:
                server.editSubscriber(args)

    def getLists(self):
        return self.env['mail.list'].search([]).getLists()
