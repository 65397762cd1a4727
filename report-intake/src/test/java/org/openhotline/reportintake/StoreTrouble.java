// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import com.mongodb.MongoTimeoutException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openhotline.reportintake.submission.KnownAddresses;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets what reports and answers are stored in stop answering. */
@TestConfiguration(proxyBeanMethods = false)
class StoreTrouble {
    static final AtomicBoolean DOWN = new AtomicBoolean();

    @Bean
    static BeanPostProcessor storeThatCanGoDown() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case KnownAddresses known -> fragile(KnownAddresses.class, known);
                    case Submissions submissions -> fragile(Submissions.class, submissions);
                    default -> bean;
                };
            }
        };
    }

    private static <T> T fragile(Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (DOWN.get()) {
                        throw new MongoTimeoutException("no server answers");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
