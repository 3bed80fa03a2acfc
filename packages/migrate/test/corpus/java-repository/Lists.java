package crm;

import java.util.List;
import java.util.Map;

interface ListService {
    List<String> getLists(Map<String, Object> filter);
    void addSubscriber(Map<String, Object> person);
}

class JpaListService implements ListService {
    private final EntityStore store;
    JpaListService(EntityStore store) { this.store = store; }
    public List<String> getLists(Map<String, Object> filter) { return store.getLists(filter); }
    public void addSubscriber(Map<String, Object> person) { store.insert("addSubscriber", person); }
}

class Page {
    private ListService service;
    void show() {
        service.getLists(Map.of("limit", 10));
        service.addSubscriber(Map.of("email", "a@example.com", "listID", 1));
    }
}
