// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.answer.spring;

import java.time.InstantSource;
import org.openhotline.takedown.answer.AnswerNotice;
import org.openhotline.takedown.notice.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {
    @Bean
    AnswerNotice answerNotice(Notices notices, InstantSource clock) {
        return new AnswerNotice(notices, clock);
    }
}
