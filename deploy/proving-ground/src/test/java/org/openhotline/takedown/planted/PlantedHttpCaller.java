// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.planted;

import java.net.http.HttpClient;

/** Planted: the rules of structure must catch it. */
final class PlantedHttpCaller {
    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
