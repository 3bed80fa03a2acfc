import { describeTransport } from '@egoi-client/conformance';
import { connectBySocket, wires } from '@egoi-client/conformance/support/targets';
import { axiosHttp } from '@egoi-client/http/axios';
import axios from 'axios';

for (const wire of wires) {
  describeTransport(
    `${wire.name}, by axios`,
    (account) => connectBySocket(wire, account, axiosHttp(axios.create())),
    1,
  );
}
