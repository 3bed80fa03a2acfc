// What a page does to reach an account. Each ends when the browser has had its answer.
globalThis.pageAttacks = {
  'an image': ({ origin, key }) =>
    new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('load', resolve);
      image.addEventListener('error', resolve);
      image.src = `${origin}/v2/rest.php?type=json&method=createList&functionOptions[apikey]=${key}&functionOptions[nome]=image`;
    }),
  'a script': ({ origin, key }) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      script.addEventListener('load', resolve);
      script.addEventListener('error', resolve);
      script.src = `${origin}/v2/rest.php?type=json&method=createList&functionOptions[apikey]=${key}&functionOptions[nome]=script`;
      document.body.append(script);
    }),
  'a frame': ({ origin, key }) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.addEventListener('load', resolve);
      frame.src = `${origin}/v2/rest.php?type=json&method=createList&functionOptions[apikey]=${key}&functionOptions[nome]=frame`;
      document.body.append(frame);
    }),
  'a form': ({ origin, key }) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.name = 'answer';
      document.body.append(frame);
      const form = document.createElement('form');
      form.method = 'POST';
      form.action = `${origin}/v2/rest.php`;
      form.target = 'answer';
      for (const [name, value] of [
        ['type', 'json'],
        ['method', 'createList'],
        ['functionOptions[apikey]', key],
        ['functionOptions[nome]', 'form'],
      ]) {
        const input = document.createElement('input');
        input.name = name;
        input.value = value;
        form.append(input);
      }
      document.body.append(form);
      frame.addEventListener('load', resolve);
      form.submit();
    }),
  'a blob of XML-RPC without a type': ({ origin, key }) =>
    fetch(`${origin}/v2/xmlrpc.php`, {
      method: 'POST',
      mode: 'no-cors',
      body: new Blob([
        `<methodCall><methodName>createList</methodName><params><param><value><struct><member><name>apikey</name><value>${key}</value></member><member><name>nome</name><value>blob</value></member></struct></value></param></params></methodCall>`,
      ]),
    }).catch(() => undefined),
  'plain text': ({ origin, key }) =>
    fetch(`${origin}/v2/rest.php`, {
      method: 'POST',
      mode: 'no-cors',
      headers: { 'content-type': 'text/plain' },
      body: `type=json&method=createList&functionOptions[apikey]=${key}&functionOptions[nome]=text`,
    }).catch(() => undefined),
  'a form by script, with the answer wanted': ({ origin, key }) =>
    fetch(`${origin}/v2/rest.php`, {
      method: 'POST',
      body: new URLSearchParams({
        type: 'json',
        method: 'createList',
        'functionOptions[apikey]': key,
        'functionOptions[nome]': 'cors',
      }),
    }).catch(() => undefined),
  'XML, which a browser asks leave for': ({ origin, key }) =>
    fetch(`${origin}/v2/xmlrpc.php`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: `<methodCall><methodName>createList</methodName><params><param><value><struct><member><name>apikey</name><value>${key}</value></member></struct></value></param></params></methodCall>`,
    }).catch(() => undefined),
  'a frame without an origin': ({ origin, key }) =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      const url = `${origin}/v2/rest.php?type=json&method=createList&functionOptions[apikey]=${key}&functionOptions[nome]=null`;
      frame.srcdoc = `<script>fetch(${JSON.stringify(url)}, { mode: 'no-cors', method: 'POST' }).catch(() => 0).then(() => parent.postMessage('done', '*'))</script>`;
      addEventListener('message', resolve);
      document.body.append(frame);
    }),
  'a web socket': ({ origin, key }) =>
    new Promise((resolve) => {
      const socket = new WebSocket(
        `${origin.replace('http', 'ws')}/v2/rest.php?type=json&method=createList&functionOptions[apikey]=${key}&functionOptions[nome]=socket`,
      );
      socket.addEventListener('open', resolve);
      socket.addEventListener('close', resolve);
    }),
};
