// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.running;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** The store of a hotline that is down, opened alone for as long as somebody looks. */
public final class Shelf implements AutoCloseable {
    private final AutoCloseable store;
    private final MongoClient client;

    Shelf(AutoCloseable store, String address) {
        this.store = store;
        this.client = MongoClients.create(address);
    }

    /** What lies in a service's collection, by id. */
    public Map<String, Document> documents(String service, String collection) {
        Map<String, Document> all = new TreeMap<>();
        database(service).getCollection(collection).find().forEach(d -> all.put(d.getString("_id"), d));
        return all;
    }

    /** Documents with events that are still to be told. */
    public long untold(String service) {
        long untold = 0;
        for (String name : database(service).listCollectionNames()) {
            untold += database(service).getCollection(name).countDocuments(exists("relayShard"));
        }
        return untold;
    }

    public void lose(String service) {
        new TreeSet<>(database(service).listCollectionNames().into(new TreeSet<>()))
                .forEach(name -> database(service).getCollection(name).drop());
    }

    @Override
    public void close() throws Exception {
        client.close();
        store.close();
    }

    private MongoDatabase database(String service) {
        return client.getDatabase(service);
    }
}
