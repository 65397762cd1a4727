// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

class InMemoryEntriesTest implements EntriesContract {
    @Override
    public Entries entries() {
        return new InMemoryEntries();
    }
}
