package pt.loja.boletim;

import com.egoi.api.wrapper.api.EgoiApi;
import com.egoi.api.wrapper.api.EgoiMap;
import com.egoi.api.wrapper.impl.EgoiApiFactory;
import com.egoi.api.wrapper.impl.EgoiApiFactory.EgoiProtocol;

public class Boletim {
    private final EgoiApi api;

    public Boletim() throws Exception {
        this.api = EgoiApiFactory.getApi(EgoiProtocol.Soap);
    }

    public String add(String email) throws Exception {
        EgoiMap arg = new EgoiMap();
        arg.put("apikey", System.getenv("KEY"));
        arg.put("listID", "3");
        arg.put("email", email);
        arg.put("validate_email", 1);
        EgoiMap result = api.addSubscriber(arg);
        // api.editSubscriber(arg);
        return (String) result.get("UID");
    }

    public void lists(EgoiApi other) throws Exception {
        other.getLists(new EgoiMap());
    }
}
